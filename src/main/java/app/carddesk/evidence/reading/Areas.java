package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;
import java.util.List;

/** Rectangles put together. */
final class Areas {

    private Areas() {}

    /** The smallest area that holds all of these. */
    static PageArea union(List<PageArea> areas) {
        int left = PageArea.WHOLE;
        int top = PageArea.WHOLE;
        int right = 0;
        int bottom = 0;
        for (PageArea area : areas) {
            left = Math.min(left, area.left());
            top = Math.min(top, area.top());
            right = Math.max(right, area.left() + area.width());
            bottom = Math.max(bottom, area.top() + area.height());
        }
        return new PageArea(left, top, right - left, bottom - top);
    }

    /** An area on a page, after the page was turned clockwise by so many quarters. */
    static PageArea turned(PageArea area, int quarters) {
        PageArea turned = area;
        for (int i = 0; i < quarters; i++) {
            turned = new PageArea(
                    PageArea.WHOLE - turned.top() - turned.height(), turned.left(), turned.height(), turned.width());
        }
        return turned;
    }
}
