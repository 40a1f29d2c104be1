package broken.purity.terms;

import org.springframework.stereotype.Component;

@Component
class SpringVerdict {}
