package app.carddesk.shared;

import java.util.List;

/** What is a redemption code and what is not; the server's rules and the browser's are held against the same samples. */
public final class RedemptionCodeSamples {

    /** Values that are a code, whole or begun. */
    public static final List<String> BEGUN = List.of(
            "XABC",
            "xabc",
            "X-A-B-C",
            "x abc",
            "  XABCD",
            "XABC7DEFGHJ2KLMN",
            "ＸＡＢＣ",
            "ｘａｂｃ",
            "\uFF38\u200BA\u200CB\u200DC",
            "\u00ADXABC",
            "\u202EXABC",
            "\u2060X\uFEFFABC",
            "X\u2212A\u2013B\u2014C",
            "X\u2011A\uFE58B\uFF0DC",
            "X\u30FCABC",
            "X\u0336A\u0336B\u0336C\u0336",
            "X\u3164A\u115FB\u2800C",
            "X\u0000A\u0007BC",
            ".XABC",
            "(XABC",
            "#X.A.B.C",
            "X_A_",
            "\u2169ABC",
            "\u24CDABC",
            "\u0425ABC",
            "\u03A7ABC",
            "X\u00A0A\u2003B\u3000C",
            "X1234567890");

    /** Values that may be a serial, or are three characters of anything. */
    public static final List<String> NOT_BEGUN = List.of(
            "",
            "X",
            "XA",
            "XAB",
            "X A B",
            "x-a-b-",
            "X\u200BA\u200BB\u200B",
            "GCA1234567",
            "60 1234 5678",
            "PBHX12345678",
            "EPY-XXXX-1234",
            "C-2026-000123",
            "anna@example.com",
            "+45 12 34 56 78",
            "ABCXDEFGHJKLMNPQ");

    /** Texts with a code in them. */
    public static final List<String> CONTAINED = List.of(
            "XABC7DEFGHJ2KLMN",
            "xabcdefghjklmnpq",
            "The code is XABC7DEFGHJ2KLMN, thanks",
            "code:XABC7DEFGHJ2KLMN.",
            "Serial GCA1234567\nXABC7DEFGHJ2KLMN\nreceipt",
            "it says XABC 7DEF GHJ2 KLMN here",
            "it says XABC-7DEF-GHJ2-KLMN here",
            "it says xabc - 7def - ghj2 - klmn here",
            "XABC\n7DEF\nGHJ2\nKLMN",
            "XABC\u20137DEF\u2212GHJ2\u2014KLMN",
            "XABC.7DEF,GHJ2:KLMN",
            "X A B C 7 D E F G H J 2 K L M N",
            "x-a-b-c-7-d-e-f-g-h-j-2-k-l-m-n",
            "X, A, B, C, 7, D, E, F, G, H, J, 2, K, L, M, N",
            "ＸＡＢＣ７ＤＥＦＧＨＪ２ＫＬＭＮ",
            "en kod ｘａｂｃ ７ｄｅｆ ｇｈｊ２ ｋｌｍｎ",
            "X\u200BABC7\u00ADDEFGHJ2\u2060KLMN",
            "X\u0336ABC7DEFGHJ2KLMN",
            "\u202EXABC7DEFGHJ2KLMN\u202C",
            "XABC\u200B7DEF GHJ2KLMN XABC7DEFGHJ2KLMN",
            "\u0425ABC7DEFGHJ2KLMN",
            "Xbox card: XABC 7DEF GHJ2 KLMN",
            "XBOX 7DEF GHJ2 KLMN");

    /** Texts without one. */
    public static final List<String> ORDINARY = List.of(
            "",
            "X",
            "Xbox game card from town",
            "Xbox Live Gold code does not work, says the customer.",
            "Xmas gift, lost over last week",
            "Xylophones were bought with the card on 24 December 2025.",
            "X marks where the label was scratched off.",
            "Xenia hittade inte kvittot, hon letar vidare hemma.",
            "Xylofonen betalades med kortet den 3 maj 2026 i Malmö.",
            "X står först på baksidan, sedan går det inte att läsa mer.",
            "Xander fikk kortet i gave og finner ikke kvitteringen.",
            "Xbox står det på skjermen når koden skrives inn.",
            "X er det eneste tegnet som kan leses.",
            "Xenia købte kortet i går og har gemt bonen.",
            "Xylofonkursus betalt med gavekort, 450 kr. tilbage.",
            "X kan ses, men resten er kradset af.",
            "XL and XXL were in the same parcel as the card",
            "Xperia 1 VI, bought 12.03.2026 10:15, paid 1 299,00 kr",
            "x, y and z are the three letters",
            "GCAX12345678901234567890",
            "ABCXDEFGHJKLMNPQ1",
            "XABC7DEFGHJ2KLMNP",
            "XABC 7DEF GHJ2");

    private RedemptionCodeSamples() {}
}
