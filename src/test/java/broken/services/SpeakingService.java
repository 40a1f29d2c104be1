package broken.services;

import com.vaadin.flow.component.notification.Notification;
import org.springframework.stereotype.Service;

@Service
class SpeakingService {

    void speak() {
        Notification.show("done");
    }
}
