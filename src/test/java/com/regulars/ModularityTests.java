package com.regulars;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(RegularsApplication.class);

    @Test
    void modulesKeepToTheirWalls() {
        modules.verify();
    }
}
