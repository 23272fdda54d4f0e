package dev.weft.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An option that may be given beside `--resume`. It replaces the value of the resumed run, and has
/// no influence on any figure.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface OnResume {}
