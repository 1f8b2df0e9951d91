package org.kontor.billing.document.control;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What makes a file PDF/A-2a and PDF/UA-1 beside its tags and fonts: metadata, title, language,
 * colour profile. Dates and ids come from the document, so that the same document is the same file.
 */
final class Conformance {

  private static final String PRODUCER = "Kontor";

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private static final String XMP =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title@</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>@author@</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>@language@</rdf:li></rdf:Bag></dc:language>
      <xmp:CreateDate>@date@</xmp:CreateDate>
      <xmp:ModifyDate>@date@</xmp:ModifyDate>
      <pdf:Producer>@producer@</pdf:Producer>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>""";

  private Conformance() {}

  /**
   * @param title shown by readers instead of a file name
   * @param author the seller's legal name
   */
  static void declare(
      PDDocument document, String title, String author, String language, Instant issuedAt) {
    Instant second = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setAuthor(author);
    information.setProducer(PRODUCER);
    information.setCreationDate(calendar(second));
    information.setModificationDate(calendar(second));
    document.setDocumentId(second.toEpochMilli());
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    try {
      catalog.setMetadata(metadata(document, title, author, language, second));
      catalog.getCOSObject().setItem(COSName.getPDFName("OutputIntents"), intents(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDMetadata metadata(
      PDDocument document, String title, String author, String language, Instant date)
      throws IOException {
    String xmp =
        XMP.replace("@language@", language)
            .replace("@date@", date.toString())
            .replace("@producer@", PRODUCER)
            .replace("@author@", escaped(author))
            .replace("@title@", escaped(title));
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    return metadata;
  }

  private static COSArray intents(PDDocument document) throws IOException {
    PDStream profile = new PDStream(document, new ByteArrayInputStream(SRGB), COSName.FLATE_DECODE);
    COSStream stream = profile.getCOSObject();
    stream.setInt(COSName.N, 3);
    COSDictionary intent = new COSDictionary();
    intent.setItem(COSName.TYPE, COSName.getPDFName("OutputIntent"));
    intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
    intent.setString(COSName.getPDFName("OutputConditionIdentifier"), "sRGB IEC61966-2.1");
    intent.setString(COSName.getPDFName("Info"), "sRGB IEC61966-2.1");
    intent.setItem(COSName.getPDFName("DestOutputProfile"), stream);
    COSArray intents = new COSArray();
    intents.add(intent);
    return intents;
  }

  private static Calendar calendar(Instant moment) {
    return GregorianCalendar.from(moment.atZone(ZoneOffset.UTC));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                  boolean allowed = point >= ' ' && (point < 0xD800 || point > 0xDFFF);
                  if (allowed && point != 0xFFFE && point != 0xFFFF) {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }
}
