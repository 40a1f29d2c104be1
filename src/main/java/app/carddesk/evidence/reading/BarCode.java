package app.carddesk.evidence.reading;

import app.carddesk.evidence.pictures.PageArea;

/**
 * A bar code on a page.
 *
 * @param isOfGoods whether it is a product number, which tells what was sold and not which piece
 * @param area all of it
 * @param withPrint all of it, with the line of print that usually stands beside it
 */
record BarCode(String content, boolean isOfGoods, PageArea area, PageArea withPrint) {}
