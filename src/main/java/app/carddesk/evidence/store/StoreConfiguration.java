package app.carddesk.evidence.store;

import app.carddesk.shared.Installation;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Evidence is kept sealed: in a folder beside the other data, or on an S3-compatible server where one is named. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    SealedStore evidenceStore(Installation installation, S3Settings s3, Secrets secrets) {
        SealingKeys keys = new SealingKeys(secrets.keys("evidence"));
        return new SealedStore(
                s3.isGiven() ? S3Store.open(s3) : folder(installation.data().resolve("evidence")), keys);
    }

    private static ObjectStore folder(Path folder) {
        try {
            return new FolderStore(folder);
        } catch (IOException unusable) {
            throw new CannotStartException(
                    "The folder for evidence, " + folder + ", cannot be read and written.",
                    "Give the account that runs Carddesk the right to read and write it.");
        }
    }
}
