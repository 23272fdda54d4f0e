/// Tests against LocalStack; skipped where there is no Docker.
@NullMarked
package dev.weft.localstack;

import org.jspecify.annotations.NullMarked;
