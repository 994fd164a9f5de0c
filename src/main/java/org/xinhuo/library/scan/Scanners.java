package org.xinhuo.library.scan;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which scanner there is: ClamAV's daemon where {@code xinhuo.library.clamd} names one. */
@Configuration(proxyBeanMethods = false)
class Scanners {

    private static final int USUAL_PORT = 3310;

    @Bean
    VirusScan virusScan(
            @Value("${xinhuo.library.clamd:}") String address,
            @Value("${xinhuo.library.clamd-patience:60s}") Duration patience) {
        if (address.isBlank()) {
            return new NoScan();
        }
        int colon = address.lastIndexOf(':');
        try {
            return colon < 0
                    ? new Clamd(address.strip(), USUAL_PORT, patience)
                    : new Clamd(
                            address.substring(0, colon).strip(),
                            Integer.parseInt(address.substring(colon + 1).strip()),
                            patience);
        } catch (NumberFormatException noPort) {
            throw new IllegalArgumentException("xinhuo.library.clamd must be host:port and is " + address, noPort);
        }
    }
}
