/// Tests of the embedded server: its parts alone, and the whole through the AWS SDK.
@NullMarked
package dev.weft.server;

import org.jspecify.annotations.NullMarked;
