package com.regulars.shared.stored;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record that is the shape of JSON in the database, with its name and version such as {@code refusal/1}. It is
 * no domain record: its components keep their names for good. A change that old rows cannot be read by is a new version
 * beside the old one. Every shape has a golden file in the tests.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredShape {

    String value();
}
