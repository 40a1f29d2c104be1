package app.carddesk.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are messages of a window. */
class MessageSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'type':'event','node':1,'event':'click'}",
                "{'type':'event','node':1,'event':'ui-navigate','data':{'route':'','historyState':{'idx':0}}}",
                "{'type':'mSync','node':7,'feature':1,'property':'value','value':'half a word'}",
                "{'type':'mSync','node':7,'feature':1,'property':'items','value':[{'a':null},1.5]}",
                "{'type':'mSync','node':7,'feature':1,'property':'value','value':1},{'type':'event','node':7,'event':'x'}",
                "{'type':'publishedEventHandler','node':7,'templateEventMethodName':'done','templateEventMethodArgs':[{}],"
                        + "'promise':3}",
                "{'type':'channel','node':7,'channel':0,'args':[]}",
                "{'type':'attachExistingElement','node':7,'attachReqId':8,'attachAssignedId':-1,'attachTagName':'a',"
                        + "'attachIndex':-1}",
                "{'type':'attachExistingElementById','node':7,'attachReqId':8,'attachAssignedId':8,'attachId':null}",
                "{'type':'navigation','location':'cases','state':{'idx':1},'link':1}"
            })
    void what_the_browser_says_is_taken(String invocations) {
        assertThat(isSound("{'csrfToken':'k','rpc':[" + invocations + "],'syncId':3,'clientId':4}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'csrfToken':'k','rpc':[],'UNLOAD':true}",
                "{'rpc':[],'resynchronize':true,'syncId':-1,'clientId':0}",
            })
    void so_are_the_last_words_of_a_window_and_its_wish_to_begin_anew(String message) {
        assertThat(isSound(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "'text'",
                "no json",
                "{'csrfToken':'k','rpc':[],'syncId':3,'clientId':4",
                "{'csrfToken':'k','rpc':[],'syncId':3,'clientId':4}{}",
                "{'csrfToken':'k','rpc':[],'clientId':4}",
                "{'csrfToken':'k','rpc':[],'syncId':3}",
                "{'csrfToken':'k','syncId':3,'clientId':4}",
                "{'csrfToken':{},'rpc':[],'syncId':3,'clientId':4}",
                "{'csrfToken':'k','rpc':[],'syncId':'3','clientId':4}",
                "{'csrfToken':'k','rpc':[],'syncId':3,'clientId':40000000000}",
                "{'csrfToken':'k','rpc':[],'syncId':3,'clientId':4.5}",
                "{'csrfToken':'k','rpc':[],'syncId':3,'clientId':4,'resynchronize':'yes'}",
                "{'csrfToken':'k','rpc':'x','syncId':3,'clientId':4}",
                "{'csrfToken':'k','rpc':{},'syncId':3,'clientId':4}",
                "{'csrfToken':'k','rpc':null,'syncId':3,'clientId':4}",
                "{'csrfToken':'k','rpc':[],'rpc':null,'syncId':3,'clientId':4}"
            })
    void what_is_no_message_is_not(String message) {
        assertThat(isSound(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[]",
                "null",
                "{}",
                "{'type':'other','node':1}",
                "{'type':5,'node':1,'event':'click'}",
                "{'type':'event','type':null,'node':1,'event':'click'}",
                "{'type':'event','event':'click'}",
                "{'type':'event','node':'1','event':'click'}",
                "{'type':'event','node':1,'event':['click']}",
                "{'type':'event','node':1,'event':'click','data':'x'}",
                "{'type':'mSync','node':1,'property':'value','value':1}",
                "{'type':'publishedEventHandler','node':1,'templateEventMethodName':'x','templateEventMethodArgs':'x'}",
                "{'type':'channel','node':1,'channel':'x','args':[]}",
                "{'type':'navigation','location':{}}"
            })
    void an_invocation_without_what_its_type_needs_is_not(String invocation) {
        assertThat(isSound("{'csrfToken':'k','rpc':[" + invocation + "],'syncId':3,'clientId':4}"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 10_000, 1_000_000})
    void nothing_is_nested_without_end(int depth) {
        String value = "[".repeat(depth) + "]".repeat(depth);

        assertThat(isSound("{'csrfToken':'k','rpc':[{'type':'mSync','node':7,'feature':1,'property':'value','value':"
                        + value + "}],'syncId':3,'clientId':4}"))
                .isFalse();
        assertThat(isSound("[".repeat(depth))).isFalse();
    }

    private static boolean isSound(String message) {
        return MessageSyntax.isSound(message.replace('\'', '"'));
    }
}
