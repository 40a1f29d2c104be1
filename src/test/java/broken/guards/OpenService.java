package broken.guards;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
class OpenService {

    @PreAuthorize("hasRole('AGENT')")
    public void guarded() {}

    public void forgotten() {}
}
