package org.kontor.billing.document.control;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The structure of a document for those who do not see it (PDF/UA, ISO 14289-1): elements in
 * reading order, and which piece of which page belongs to which element.
 */
final class Tags {

  private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
  private final PDStructureElement root;
  private final List<COSArray> pages = new ArrayList<>();
  private final Map<PDPage, Integer> numbers = new IdentityHashMap<>();

  Tags(PDDocument document) {
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
    document.getDocumentCatalog().setStructureTreeRoot(tree);
    root = new PDStructureElement("Document", tree);
    tree.appendKid(root);
  }

  PDStructureElement root() {
    return root;
  }

  PDStructureElement add(PDStructureNode parent, String type) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** A heading cell; {@code scope} is {@code Column} or {@code Row}. */
  PDStructureElement heading(PDStructureNode row, String scope) {
    PDStructureElement element = add(row, "TH");
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, "Table");
    attributes.setName(COSName.getPDFName("Scope"), scope);
    element.getCOSObject().setItem(COSName.A, attributes);
    return element;
  }

  /** Where a figure stands on its page, in points from the lower left. */
  void box(PDStructureElement figure, float left, float bottom, float right, float top) {
    COSArray box = new COSArray();
    for (float edge : new float[] {left, bottom, right, top}) {
      box.add(new COSFloat(edge));
    }
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, "Layout");
    attributes.setItem(COSName.BBOX, box);
    attributes.setName(COSName.getPDFName("Placement"), "Block");
    figure.getCOSObject().setItem(COSName.A, attributes);
  }

  void page(PDPage page) {
    page.setStructParents(pages.size());
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
    numbers.put(page, pages.size());
    pages.add(new COSArray());
  }

  /** The number of the next piece of the page; it becomes the element's. */
  int piece(PDStructureElement owner, PDPage page) {
    COSArray pieces = pages.get(numbers.get(page));
    int id = pieces.size();
    pieces.add(owner);
    if (owner.getPage() == null) {
      owner.setPage(page);
    }
    if (owner.getPage().getCOSObject() == page.getCOSObject()) {
      owner.appendKid(id);
    } else {
      PDMarkedContentReference elsewhere = new PDMarkedContentReference();
      elsewhere.setPage(page);
      elsewhere.setMCID(id);
      owner.appendKid(elsewhere);
    }
    return id;
  }

  /** Writes the way back from pieces to elements. */
  void close() {
    COSArray entries = new COSArray();
    for (int i = 0; i < pages.size(); i++) {
      entries.add(COSInteger.get(i));
      entries.add(pages.get(i));
    }
    COSDictionary numbersTree = new COSDictionary();
    numbersTree.setItem(COSName.NUMS, entries);
    tree.getCOSObject().setItem(COSName.PARENT_TREE, numbersTree);
    tree.setParentTreeNextKey(pages.size());
  }
}
