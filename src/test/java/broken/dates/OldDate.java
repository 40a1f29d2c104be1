package broken.dates;

import java.util.Date;

class OldDate {

    Date bought;
}
