package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {
    @Test
    void holdsTheCrc32InEightDigits() {
        assertThat(EntityTag.ofCrc32(0xcbf43926L)).isEqualTo("crc32-cbf43926");
        assertThat(EntityTag.ofCrc32(0x0000000aL)).isEqualTo("crc32-0000000a");
    }

    @Test
    void isNoTagThatAmazonMakes() {
        assertThat(EntityTag.ofCrc32(0xcbf43926L)).doesNotMatch("[0-9a-f]{32}(-[0-9]+)?");
    }
}
