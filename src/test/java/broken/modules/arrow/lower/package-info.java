@ApplicationModule(allowedDependencies = {})
package broken.modules.arrow.lower;

import org.springframework.modulith.ApplicationModule;
