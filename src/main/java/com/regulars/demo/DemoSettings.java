package com.regulars.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How the demo was asked for.
 *
 * @param password of every sign-in
 * @param apiToken of an API client with every scope in every venue; empty for none
 * @param customers how many guests are made, 0 for none
 */
@Component
@Profile("demo")
record DemoSettings(
        @Value("${regulars.demo.password:regulars-demo}") String password,
        @Value("${regulars.demo.api-token:}") String apiToken,
        @Value("${regulars.demo.customers:500}") int customers) {}
