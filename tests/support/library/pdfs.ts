/** A PDF written by hand, without a table of its objects: `lines` is what its page does. */
export const pdfOf = (lines: string, trailer = '') =>
  new Uint8Array(
    Buffer.from(
      `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 5 0 R>> endobj
4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/eacute/fi/Ccedilla]>>>> endobj
5 0 obj <</Length ${lines.length}>> stream
${lines}
endstream endobj
6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 37>> stream
BT /F 10 Tf (formulaire) Tj ET /X Do
endstream endobj
trailer <</Root 1 0 R${trailer}>>`,
      'latin1',
    ),
  );

/** One that nobody opens without its password. */
export const lockedPdf = () =>
  pdfOf(
    'BT /F 10 Tf (secret) Tj ET',
    `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
  );
