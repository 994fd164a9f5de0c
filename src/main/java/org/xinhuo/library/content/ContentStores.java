package org.xinhuo.library.content;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Which storage there is: the S3-compatible one where a bucket is named, else the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(S3Settings.class)
class ContentStores {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Bean
    ContentStore contentStore(
            S3Settings s3, @Value("${xinhuo.library.directory:${xinhuo.data-directory:data}/library}") Path directory)
            throws IOException {
        String bucket = s3.bucket();
        if (bucket != null && !bucket.isBlank()) {
            return new S3Store(client(s3), bucket, s3.prefix());
        }
        // Now, so that a directory which cannot be written stops the start and not somebody's upload.
        Files.createDirectories(directory);
        return new LocalStore(directory);
    }

    static S3Client client(S3Settings s3) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.pathStyle())
                // Newer checksums are more than other storages than Amazon's understand; the library has its own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE));
        URI endpoint = s3.endpoint();
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
        String accessKey = s3.accessKey();
        String secretKey = s3.secretKey();
        if (accessKey != null && secretKey != null) {
            client.credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        }
        return client.build();
    }
}
