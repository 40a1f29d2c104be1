package broken.mail;

import org.springframework.mail.javamail.JavaMailSender;

class QuickMail {

    JavaMailSender server;
}
