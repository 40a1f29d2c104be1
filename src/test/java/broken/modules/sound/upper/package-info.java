@ApplicationModule(allowedDependencies = "lower")
package broken.modules.sound.upper;

import org.springframework.modulith.ApplicationModule;
