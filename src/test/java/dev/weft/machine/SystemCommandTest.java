package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemCommandTest {
    private final SystemCommand command = SystemCommand.ofThisMachine();

    @Test
    void tellsWhatAProgramPrints() {
        assertThat(command.output("sh", "-c", "echo ' two words '")).contains("two words");
    }

    @Test
    void tellsNothingOfAProgramThatFails() {
        assertThat(command.output("sh", "-c", "echo something; exit 3")).isEmpty();
    }

    @Test
    void tellsNothingOfAProgramThatIsNotThere() {
        assertThat(command.output("no-such-program-of-weft")).isEmpty();
    }

    @Test
    void givesUpAProgramThatHangs() {
        assertThat(command.output("sh", "-c", "echo late; exec sleep 60")).isEmpty();
    }
}
