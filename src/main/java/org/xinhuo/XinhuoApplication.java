package org.xinhuo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Xinhuo: both loops, their pages and their process engine in one application. */
@SpringBootApplication(nameGenerator = BeanNames.class)
@Modulithic(systemName = "Xinhuo", sharedModules = "base")
public class XinhuoApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(XinhuoApplication.class, arguments);
    }
}
