package dev.weft;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.weft.run.Ticker;
import java.util.List;

/// All classes of weft but the tests, read once.
final class WeftClasses {
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .importLocations(
                            List.of(
                                    Location.of(
                                            Ticker.class
                                                    .getProtectionDomain()
                                                    .getCodeSource()
                                                    .getLocation())));

    private WeftClasses() {}
}
