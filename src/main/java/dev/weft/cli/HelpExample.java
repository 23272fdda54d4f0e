package dev.weft.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A line that can be typed as it stands, for the help of a command. Tests run each of them.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(HelpExample.List.class)
@interface HelpExample {
    /// What is typed.
    String value();

    /// What it is for, in a few words.
    String does();

    /// Several of them, in the order in which they are shown.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /// The examples.
        HelpExample[] value();
    }
}
