package app.carddesk.evidence.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What stands on a till's receipt, in eight layouts of five countries. */
enum ReceiptText {
    DANISH_SUPERMARKET("DKK", Locale.ENGLISH, "dd.MM.yyyy", """
            SUPERMARKED ODENSE
            Vestergade 12, 5000 Odense C
            CVR 12345678

            Bon nr. {number}
            Dato: {date}  Kl. {time}

            GAVEKORT
            {serial}
            1 x {comma}

            I ALT            {comma}
            Dankort          {comma}

            Tak for besøget"""),

    SWEDISH_PETROL_STATION("SEK", Locale.ENGLISH, "yyyy-MM-dd", """
            Bensinmacken Umeå AB
            Org.nr 556677-8899

            KVITTO
            Kvittonr: {number}
            {date} {time}
            Kassa 2  Kassör 114

            Presentkort      {comma}
            {serial}

            Att betala:   {comma} SEK
            Moms 0%
            Tack och välkommen åter"""),

    NORWEGIAN_TOY_SHOP("NOK", Locale.ENGLISH, "dd.MM.yy", """
            LEKEBUTIKKEN STAVANGER
            Org. nr. 987 654 321 MVA
            Salgskvittering {number}
            {date} {time}

            Gavekort
            {serial}
               1 stk    kr {comma}

            TOTALT  NOK {comma}
            Bank: {comma}
            Takk for handelen"""),

    DANISH_KIOSK("DKK", Locale.ENGLISH, "d/M-yyyy", """
            Kiosken Aarhus
            Banegårdspladsen 1

            Nota: {number}
            Gavekort til brug online
            Serienr. {serial}

            TOTAL DKK    {comma}
            KONTANT      {comma}

            {date}   {time}
            Du blev betjent af Mette"""),

    SWEDISH_ELECTRONICS("SEK", Locale.of("sv"), "d MMMM yyyy", """
            ELEKTRONIKHUSET
            Storgatan 4  903 26 Umeå
            Tel 090-123 45 67

            Kvitto nr {number}
            Köpdatum {date}

            Presentkort digitalt
            {serial}
            Summa:       {comma} kr
            Varav moms      0,00
            Öppet köp 30 dagar"""),

    FRENCH_MARKET("EUR", Locale.ENGLISH, "dd/MM/yyyy", """
            MARCHE DU PORT
            13002 Marseille
            TICKET {number}
            Le {date} a {time}

            CARTE CADEAU
            {serial}
            TOTAL A PAYER  {comma} EUR
            CB   {comma}
            Merci de votre visite"""),

    FINNISH_SHOP("EUR", Locale.ENGLISH, "d.M.yyyy", """
            KAUPPA HELSINKI OY
            Mannerheimintie 5
            KUITTI {number}
            {date} {time}

            Lahjakortti
            {serial}
            YHTEENSÄ   {comma} EUR
            Pankkikortti
            Kiitos käynnistä"""),

    CORNER_STORE("USD", Locale.ENGLISH, "d MMM yyyy", """
            CORNER STORE
            12 High Street
            Receipt no: {number}
            Date {date}  {time}

            Gift card
            {serial}
            TOTAL     $ {point}
            Card 4571 **** **** 0042
            Thank you for shopping""");

    private final String currency;
    private final DateTimeFormatter date;
    private final String text;

    ReceiptText(String currency, Locale locale, String date, String text) {
        this.currency = currency;
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.text = text;
    }

    String currency() {
        return currency;
    }

    /** @param total the amount in minor units */
    List<String> lines(String number, String serial, LocalDate bought, String time, long total) {
        return text.replace("{number}", number)
                .replace("{serial}", serial)
                .replace("{date}", date.format(bought))
                .replace("{time}", time)
                .replace("{comma}", "%d,%02d".formatted(total / 100, total % 100))
                .replace("{point}", "%d.%02d".formatted(total / 100, total % 100))
                .lines()
                .toList();
    }
}
