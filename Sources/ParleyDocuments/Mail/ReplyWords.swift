/// Words by which mail programs announce what they quote, in small letters. None is needed where the form is clear.
enum ReplyWords {
  /// The verb of an attribution.
  static let wrote: Set<String> = [
    "wrote", "writes", "schrieb", "schreibt", "écrit", "escribió", "escribio", "scritto", "scrive", "schreef",
    "escreveu",
    "skrev", "skriver", "kirjoitti", "napisał", "napisała", "napsal", "napsala", "napísal", "написал", "написала",
    "написав", "пише", "пишет", "yazdı", "írta", "scris", "έγραψε", "viết", "menulis", "va", "escriure", "כתב", "كتب",
  ]
  /// The same where words are not parted by spaces.
  static let wroteWithin = ["写道", "寫道", "書きました", "のメール", "작성", "のメッセージ"]
  /// How an attribution begins.
  static let on: Set<String> = [
    "on", "am", "le", "el", "il", "op", "em", "den", "på", "w", "dnia", "dne", "v", "la", "vào", "pada", "a", "em",
    "the",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "в", "στις", "בתאריך", "في", "ma", "ti", "ke", "to", "pe", "su",
    "quoting", "citat", "zitat",
  ]
  /// Who is no mail program's name.
  static let persons: Set<String> = ["i", "you", "we", "she", "he", "they", "as", "what", "who", "it", "this", "that"]
  static let from: Set<String> = [
    "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "от", "отправитель", "від", "kimden", "feladó",
    "expeditor", "expéditeur", "remitente", "mittente", "afzender", "avsändare", "από", "发件人", "寄件者", "差出人", "보낸사람",
    "보낸 사람", "מאת", "من",
  ]
  static let sent: Set<String> = [
    "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el", "enviada em", "enviado em",
    "fecha",
    "inviato", "data", "verzonden", "skickat", "sendt", "dato", "lähetetty", "päiväys", "wysłano", "odesláno",
    "отправлено", "дата", "надіслано", "gönderildi", "gönderme tarihi", "tarih", "elküldve", "dátum", "trimis",
    "στάλθηκε", "发送时间", "傳送日期", "日期", "送信日時", "日付", "보낸 날짜", "날짜", "נשלח", "تم الإرسال",
  ]
  static let subject: Set<String> = [
    "subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "ämne", "emne", "aihe", "temat", "předmět",
    "predmet",
    "тема", "assunto", "konu", "tárgy", "subiect", "θέμα", "主题", "主旨", "件名", "제목", "נושא", "الموضوع", "assumpte",
  ]
  /// What stands between dashes above a mail that is answered.
  static let original: Set<String> = [
    "original message", "original appointment", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
    "message original", "mensaje original", "messaggio originale", "oorspronkelijk bericht", "mensagem original",
    "ursprungligt meddelande", "originalmeddelande", "oprindelig meddelelse", "opprinnelig melding",
    "alkuperäinen viesti",
    "wiadomość oryginalna", "původní zpráva", "исходное сообщение", "eredeti üzenet", "özgün ileti", "原始邮件", "原始郵件",
    "元のメッセージ", "원본 메시지",
  ]
  /// What stands above the header of a mail that is handed on.
  static let forwarded: Set<String> = [
    "begin forwarded message:", "anfang der weitergeleiteten nachricht:", "début du message réexpédié :",
    "début du message transféré :", "inicio del mensaje reenviado:", "inizio messaggio inoltrato:",
    "begin doorgestuurd bericht:", "vidarebefordrat brev:", "start på videresendt besked:",
    "início da mensagem reencaminhada:",
  ]
  /// What telephones and programs put below.
  static let sentFrom: Set<String> = [
    "sent", "get", "gesendet", "von", "envoyé", "obtenir", "enviado", "inviato", "verzonden", "verstuurd", "skickat",
    "sendt", "lähetetty", "wysłane", "wysłano", "odesláno", "отправлено", "gönderildi", "送信", "从我的", "发自我的",
    "iphoneから送信",
  ]
  static let devices = [
    "iphone", "ipad", "android", "outlook for", "outlook für", "outlook pour", "outlook para", "outlook per",
    "blackberry",
    "samsung", "galaxy", "huawei", "yahoo mail", "proton mail", "protonmail", "mail for windows", "mail für windows",
  ]
}
