package org.xinhuo.library.content;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The S3-compatible storage, under {@code xinhuo.library.s3}.
 *
 * @param bucket null or empty: files lie in the data directory instead
 * @param prefix before every key
 * @param endpoint where the storage is; null for Amazon's own
 * @param region any name will do for most others than Amazon
 * @param accessKey null: taken from the environment, as the AWS SDK does
 * @param pathStyle whether the bucket is part of the path, as MinIO expects, and not of the host name
 */
@ConfigurationProperties("xinhuo.library.s3")
record S3Settings(
        @Nullable String bucket,
        @DefaultValue("") String prefix,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle) {}
