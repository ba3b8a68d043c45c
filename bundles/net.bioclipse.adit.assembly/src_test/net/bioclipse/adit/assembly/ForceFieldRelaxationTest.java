package net.bioclipse.adit.assembly;

import java.time.Duration;
import net.bioclipse.adit.physics.Relaxation;

class ForceFieldRelaxationTest extends RelaxationContract {

    @Override
    Relaxation relaxation() {
        return Workshop.forceField(Duration.ofMinutes(5));
    }
}
