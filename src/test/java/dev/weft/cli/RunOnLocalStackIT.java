package dev.weft.cli;

import dev.weft.plan.Target;
import dev.weft.testing.LocalStack;

class RunOnLocalStackIT implements RunContract {
    @Override
    public Target target() {
        return LocalStack.target("runs");
    }
}
