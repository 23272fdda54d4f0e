package dev.weft.verify;

import dev.weft.plan.Target;
import dev.weft.testing.LocalStack;

class VerificationOnLocalStackIT implements VerificationContract {
    @Override
    public Target target() {
        return LocalStack.target("verification");
    }
}
