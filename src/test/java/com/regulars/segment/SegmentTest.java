package com.regulars.segment;

import com.regulars.testing.RegularsTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Runs rate everybody in the database, so these tests have one of their own; each begins by emptying it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RegularsTest
@Import(SegmentTestData.class)
@TestPropertySource(properties = "regulars.test.database=segment")
public @interface SegmentTest {}
