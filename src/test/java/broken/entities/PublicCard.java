package broken.entities;

import java.util.UUID;
import org.springframework.data.annotation.Id;

public class PublicCard {

    @Id
    UUID id;
}
