package dev.weft.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An option of `run` that the variants of a comparison may have with different values: an input of
/// a trial's JVM.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface PerVariant {}
