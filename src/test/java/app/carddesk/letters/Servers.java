package app.carddesk.letters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers on this machine, as Spring hands them out. */
final class Servers {

    private Servers() {}

    static ObjectProvider<JavaMailSenderImpl> none() {
        return new DefaultListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class);
    }

    static ObjectProvider<JavaMailSenderImpl> at(int port) {
        return of(named("127.0.0.1", port));
    }

    static ObjectProvider<JavaMailSenderImpl> of(JavaMailSenderImpl named) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("mailSender", named);
        return beans.getBeanProvider(JavaMailSenderImpl.class);
    }

    static JavaMailSenderImpl named(String host, int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return sender;
    }
}
