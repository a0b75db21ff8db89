package com.regulars;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Regulars: guest relationships, member cards and settlement for one hospitality brand. */
@SpringBootApplication
public class RegularsApplication {

    public static void main(String[] args) {
        SpringApplication.run(RegularsApplication.class, args);
    }
}
