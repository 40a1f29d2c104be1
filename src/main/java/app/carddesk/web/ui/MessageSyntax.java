package app.carddesk.web.ui;

import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.shared.JsonConstants;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The syntax of what Vaadin's part in the browser sends: an object with the numbers of the exchange and a list of
 * invocations, each with the fields that its type needs. Source: {@code MessageSender} and {@code ServerConnector} of
 * Vaadin's client.
 */
final class MessageSyntax {

    /** How deep values may be nested; Vaadin's own messages take five levels. */
    private static final int DEPTH = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    private static final String INVOCATIONS = ApplicationConstants.RPC_INVOCATIONS;

    /** What every message has but the last one of a window that is being closed. */
    private static final Set<String> NUMBERS =
            Set.of(ApplicationConstants.SERVER_SYNC_ID, ApplicationConstants.CLIENT_TO_SERVER_ID);

    /** The fields of a message, each of this kind where it is there. */
    private static final Map<String, Kind> MESSAGE = Map.of(
            ApplicationConstants.CSRF_TOKEN,
            Kind.TEXT,
            ApplicationConstants.SERVER_SYNC_ID,
            Kind.NUMBER,
            ApplicationConstants.CLIENT_TO_SERVER_ID,
            Kind.NUMBER,
            ApplicationConstants.RESYNCHRONIZE_ID,
            Kind.TRUTH);

    /** The fields an invocation of each type must have. */
    private static final Map<String, Map<String, Kind>> TYPES = Map.of(
            JsonConstants.RPC_TYPE_EVENT,
            onNode(JsonConstants.RPC_EVENT_TYPE, Kind.TEXT),
            JsonConstants.RPC_TYPE_MAP_SYNC,
            onNode(JsonConstants.RPC_FEATURE, Kind.NUMBER, JsonConstants.RPC_PROPERTY, Kind.TEXT),
            JsonConstants.RPC_PUBLISHED_SERVER_EVENT_HANDLER,
            onNode(JsonConstants.RPC_TEMPLATE_EVENT_METHOD_NAME, Kind.TEXT),
            JsonConstants.RPC_TYPE_CHANNEL,
            onNode(JsonConstants.RPC_CHANNEL, Kind.NUMBER, JsonConstants.RPC_CHANNEL_ARGUMENTS, Kind.LIST),
            JsonConstants.RPC_ATTACH_EXISTING_ELEMENT,
            onNode(
                    JsonConstants.RPC_ATTACH_REQUESTED_ID,
                    Kind.NUMBER,
                    JsonConstants.RPC_ATTACH_ASSIGNED_ID,
                    Kind.NUMBER),
            JsonConstants.RPC_ATTACH_EXISTING_ELEMENT_BY_ID,
            onNode(
                    JsonConstants.RPC_ATTACH_REQUESTED_ID,
                    Kind.NUMBER,
                    JsonConstants.RPC_ATTACH_ASSIGNED_ID,
                    Kind.NUMBER),
            JsonConstants.RPC_TYPE_NAVIGATION,
            Map.of(JsonConstants.RPC_TYPE, Kind.TEXT, JsonConstants.RPC_NAVIGATION_LOCATION, Kind.TEXT));

    /** The other fields of an invocation, each of this kind where it is there. */
    private static final Map<String, Kind> INVOCATION = Map.of(
            JsonConstants.RPC_EVENT_DATA,
            Kind.OBJECT,
            JsonConstants.RPC_TEMPLATE_EVENT_ARGS,
            Kind.LIST,
            JsonConstants.RPC_TEMPLATE_EVENT_PROMISE,
            Kind.NUMBER);

    private MessageSyntax() {}

    private enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        LIST,
        OBJECT,
        OTHER;

        /** The kind of the value that a parser has come to; numbers are those an {@code int} holds. */
        static Kind of(JsonParser parser) {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.INT ? NUMBER : OTHER;
                case VALUE_STRING -> TEXT;
                case VALUE_TRUE, VALUE_FALSE -> TRUTH;
                case START_ARRAY -> LIST;
                case START_OBJECT -> OBJECT;
                case null, default -> OTHER;
            };
        }
    }

    /** Whether a text is a message that Vaadin's part in the browser could have sent. */
    static boolean isSound(String message) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            return parser.nextToken() == JsonToken.START_OBJECT && isMessage(parser) && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isMessage(JsonParser parser) {
        Map<String, Kind> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, Kind.of(parser));
            if (!name.equals(INVOCATIONS)) {
                parser.skipChildren();
            } else if (fields.get(name) != Kind.LIST || !areInvocations(parser)) {
                return false;
            }
        }
        return fields.containsKey(INVOCATIONS)
                && fit(fields, MESSAGE)
                && (fields.containsKey(ApplicationConstants.UNLOAD_BEACON)
                        || fields.keySet().containsAll(NUMBERS));
    }

    private static boolean areInvocations(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (!isInvocation(parser)) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    private static boolean isInvocation(JsonParser parser) {
        Map<String, Kind> fields = new HashMap<>();
        String type = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, Kind.of(parser));
            if (name.equals(JsonConstants.RPC_TYPE)) {
                type = parser.getValueAsString("");
            }
            parser.skipChildren();
        }
        return TYPES.containsKey(type)
                && fields.entrySet().containsAll(TYPES.get(type).entrySet())
                && fit(fields, INVOCATION);
    }

    private static boolean fit(Map<String, Kind> fields, Map<String, Kind> expected) {
        return expected.entrySet().stream()
                .allMatch(field -> fields.getOrDefault(field.getKey(), field.getValue()) == field.getValue());
    }

    private static Map<String, Kind> onNode(String field, Kind kind) {
        return Map.of(JsonConstants.RPC_TYPE, Kind.TEXT, JsonConstants.RPC_NODE, Kind.NUMBER, field, kind);
    }

    private static Map<String, Kind> onNode(String one, Kind kind, String other, Kind otherKind) {
        return Map.of(
                JsonConstants.RPC_TYPE, Kind.TEXT, JsonConstants.RPC_NODE, Kind.NUMBER, one, kind, other, otherKind);
    }
}
