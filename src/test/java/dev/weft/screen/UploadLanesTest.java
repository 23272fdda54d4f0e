package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.screen.UploadLanes.Upload;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UploadLanesTest {
    private final UploadLanes lanes = new UploadLanes();

    @Test
    void anUploadTakesTheFirstLaneThatIsFree() {
        lanes.begun(0, 0);
        lanes.begun(1, 5);
        lanes.begun(2, 6);
        lanes.ended(1, 10, false);
        lanes.begun(3, 11);
        lanes.ended(0, 20, true);

        assertThat(lanes.now())
                .containsExactly(
                        List.of(new Upload(0, OptionalLong.of(20), true)),
                        List.of(
                                new Upload(5, OptionalLong.of(10), false),
                                new Upload(11, OptionalLong.empty(), false)),
                        List.of(new Upload(6, OptionalLong.empty(), false)));
    }

    @Test
    void whatNeverBeganIsPassedOver() {
        lanes.ended(7, 3, true);

        assertThat(lanes.now()).isEmpty();
    }
}
