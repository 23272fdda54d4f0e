package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPrefixesTest {
    private static final String RUN = "20261121T093000Z-1a2b";

    private final KeyPrefixes prefixes = new KeyPrefixes(RUN);

    @Test
    void areAllBelowThatOfTheRunWhichIsBelowTheRoot() {
        assertThat(prefixes.all()).isEqualTo("weft/" + RUN + "/").startsWith(KeyPrefixes.ROOT);
        assertThat(prefixes.pass("b1-1-async-c64", "2"))
                .isEqualTo("weft/" + RUN + "/b1-1-async-c64/2/");
        assertThat(prefixes.calibration()).isEqualTo("weft/" + RUN + "/calibration/");
        assertThat(prefixes.serverWarmUp()).isEqualTo("weft/" + RUN + "/server/warmup/");
    }

    @Test
    void ofDoctorAreToldApartAndLeadBackToTheirId() {
        assertThat(KeyPrefixes.ofDoctor(RUN).all()).isEqualTo("weft/doctor-" + RUN + "/");
        assertThat(KeyPrefixes.id(KeyPrefixes.ofDoctor(RUN).run())).isEqualTo(RUN);
        assertThat(KeyPrefixes.id(RUN)).isEqualTo(RUN);
    }
}
