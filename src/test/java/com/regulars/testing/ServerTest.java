package com.regulars.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole application on a real port, for attacks that only a real server can meet: half a request, a body that never
 * ends, parameters that cannot be decoded. Only 127.0.0.1 is a trusted proxy here, so that the other loopback addresses
 * can play strangers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@TestPropertySource(
        properties = {
            "regulars.test.database=server",
            "regulars.trusted-proxies=127.0.0.1",
            "regulars.base-url=https://regulars.example/",
            "regulars.connections-per-address=300"
        })
@Import({TestDatabase.class, Fixtures.class})
public @interface ServerTest {}
