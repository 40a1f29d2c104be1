package app.carddesk.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for health on the port of the pages, too, where it has a port of its own. */
@RestController
@RequestMapping("/actuator/health")
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class HealthBesidePages {

    private static final List<String> GROUPS = List.of("liveness", "readiness");

    private final HealthEndpoint health;
    private final HealthEndpointGroups groups;

    HealthBesidePages(HealthEndpoint health, HealthEndpointGroups groups) {
        this.health = health;
        this.groups = groups;
    }

    @GetMapping
    ResponseEntity<Map<String, Object>> all() {
        HealthDescriptor found = health.health();
        return ResponseEntity.status(
                        groups.getPrimary().getHttpCodeStatusMapper().getStatusCode(found.getStatus()))
                .body(Map.of("status", found.getStatus().getCode(), "groups", GROUPS));
    }

    @GetMapping("/{group}")
    ResponseEntity<Map<String, Object>> one(@PathVariable String group) {
        @Nullable HealthDescriptor found = GROUPS.contains(group) ? health.healthForPath(group) : null;
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(
                        groups.getPrimary().getHttpCodeStatusMapper().getStatusCode(found.getStatus()))
                .body(Map.of("status", found.getStatus().getCode()));
    }
}
