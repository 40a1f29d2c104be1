package app.carddesk.evidence.store;

import app.carddesk.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server, S3Proxy, as a process of its own on a free port of this machine. It checks signatures and keeps its
 * objects in memory. The build puts its jar beside the classes.
 */
final class S3Server implements AutoCloseable {

    static final String ACCESS_KEY = "carddesk";
    static final String SECRET_KEY = "no-secret-at-all";

    private static final Path JAR = Path.of("target", "s3-server", "s3proxy-jar-with-dependencies.jar");
    private static S3Server shared;

    private final ServerProcess server;
    private final URI endpoint;

    private S3Server() {
        int port = ServerProcess.freePort();
        endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            Path folder = Files.createTempDirectory("s3-server");
            Path settings = folder.resolve("s3proxy.conf");
            Files.writeString(settings, """
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    s3proxy.endpoint=%s
                    jclouds.provider=transient-nio2
                    jclouds.identity=none
                    jclouds.credential=none
                    """.formatted(ACCESS_KEY, SECRET_KEY, endpoint));
            server = ServerProcess.start(
                    "The S3 server",
                    port,
                    folder.resolve("log"),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            JAR.toAbsolutePath().toString(),
                            "--properties",
                            settings.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all tests of a run. */
    static synchronized S3Server shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One of the test's own, to be stopped when it likes. */
    static S3Server start() {
        return new S3Server();
    }

    /** Settings for a new bucket. */
    S3Settings newBucket() {
        String bucket = "evidence-" + UUID.randomUUID();
        try (S3Client client = client()) {
            client.createBucket(request -> request.bucket(bucket));
        }
        return settings(bucket, SECRET_KEY);
    }

    /** A client that is none of ours. */
    S3Client client() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .endpointOverride(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
    }

    S3Settings settings(String bucket, String secretKey) {
        return new S3Settings(endpoint, "us-east-1", bucket, ACCESS_KEY, secretKey, true, Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        server.close();
    }
}
