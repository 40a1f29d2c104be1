package app.carddesk.evidence.store;

import app.carddesk.startup.CannotStartException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps objects in a bucket of an S3-compatible server, which several nodes can share. */
final class S3Store implements ObjectStore {

    /** Written and removed to see whether that is allowed; it is no address, so it is never taken for an object. */
    private static final String TRIAL = "carddesk-trial";

    private final S3Settings settings;
    private final S3Client client;

    S3Store(S3Settings settings) {
        this.settings = settings;
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder()
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(settings.pathStyle())
                // Compatible servers do not all know Amazon's newer checksums; contents are checked by their addresses.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallTimeout(settings.timeout()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
    }

    /**
     * Takes a bucket into use, after trying whether it can be listed, written and removed from.
     *
     * @throws CannotStartException saying what is wrong and which settings to correct
     */
    static S3Store open(S3Settings settings) {
        if (settings.bucket().isBlank()
                || settings.accessKey().isBlank()
                || settings.secretKey().isBlank()) {
            throw new CannotStartException(
                    "The evidence store is to be on S3, but its settings are incomplete.",
                    "Give all of carddesk.evidence.s3.bucket, access-key and secret-key, or none of"
                            + " carddesk.evidence.s3.* to keep evidence in the data folder.");
        }
        S3Store store = new S3Store(settings);
        try {
            store.tryOut();
            return store;
        } catch (RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private void tryOut() {
        try {
            client.listObjectsV2(request -> request.bucket(settings.bucket()).maxKeys(1));
            client.putObject(
                    request -> request.bucket(settings.bucket()).key(TRIAL), RequestBody.fromString("carddesk"));
            client.deleteObject(request -> request.bucket(settings.bucket()).key(TRIAL));
        } catch (S3Exception refused) {
            throw new CannotStartException(
                    "The evidence store, " + settings + ", refuses: " + reason(refused) + ".",
                    switch (refused.statusCode()) {
                        case 404 -> "Create the bucket, or correct carddesk.evidence.s3.bucket.";
                        case 401, 403 ->
                            "Correct carddesk.evidence.s3.access-key and secret-key, and allow them to list the bucket"
                                    + " and to read, write and delete its objects.";
                        default -> "Correct carddesk.evidence.s3.endpoint, region, bucket and path-style.";
                    });
        } catch (SdkException unreachable) {
            throw new CannotStartException(
                    "The evidence store, " + settings + ", cannot be reached: " + unreachable.getMessage(),
                    "Start that server, or correct carddesk.evidence.s3.endpoint, region and path-style.");
        }
    }

    private static String reason(S3Exception refused) {
        String code = refused.awsErrorDetails() == null
                ? null
                : refused.awsErrorDetails().errorCode();
        return code == null ? "status " + refused.statusCode() : code + ", status " + refused.statusCode();
    }

    @Override
    public void put(String address, byte[] bytes) throws IOException {
        String key = key(address);
        try {
            client.putObject(
                    request -> request.bucket(settings.bucket()).key(key).contentType("application/octet-stream"),
                    RequestBody.fromBytes(bytes));
        } catch (SdkException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Optional<byte[]> get(String address) throws IOException {
        String key = key(address);
        try {
            return Optional.of(client.getObjectAsBytes(
                            request -> request.bucket(settings.bucket()).key(key))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw failure(failed);
        }
    }

    @Override
    public void remove(String address) throws IOException {
        String key = key(address);
        try {
            client.deleteObject(request -> request.bucket(settings.bucket()).key(key));
        } catch (SdkException failed) {
            throw failure(failed);
        }
    }

    @Override
    public List<StoredObject> list(String after, int limit) throws IOException {
        List<StoredObject> found = new ArrayList<>();
        try {
            String from = after.isEmpty() ? "" : key(after);
            boolean more = true;
            while (found.isEmpty() && more) {
                String start = from;
                ListObjectsV2Response page = client.listObjectsV2(request -> request.bucket(settings.bucket())
                        .startAfter(start.isEmpty() ? null : start)
                        .maxKeys(limit));
                for (S3Object object : page.contents()) {
                    from = object.key();
                    String name = from.substring(from.lastIndexOf('/') + 1);
                    if (Address.is(name) && from.equals(key(name))) {
                        found.add(new StoredObject(name, object.lastModified()));
                    }
                }
                more = Boolean.TRUE.equals(page.isTruncated())
                        && !page.contents().isEmpty();
            }
            return found;
        } catch (SdkException failed) {
            throw failure(failed);
        }
    }

    /** As files lie in the folder, so that whoever moves from one to the other copies them as they are. */
    private static String key(String address) {
        Address.checked(address);
        return address.substring(0, 2) + '/' + address.substring(2, 4) + '/' + address;
    }

    private static IOException failure(SdkException failed) {
        return new IOException("The S3 server failed: " + failed.getMessage(), failed);
    }

    @Override
    public void close() {
        client.close();
    }
}
