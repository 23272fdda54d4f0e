package dev.weft.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An example for the help of a command, ready to be typed. Tests run all examples.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(HelpExample.List.class)
@interface HelpExample {
    /// The command line.
    String value();

    /// Its purpose in a few words.
    String does();

    /// Several examples in the order of their display.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /// The examples.
        HelpExample[] value();
    }
}
