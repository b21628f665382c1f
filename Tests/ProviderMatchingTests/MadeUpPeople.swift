/// Made-up payees that are natural persons, in the shapes that ledgers use: titles, initials,
/// surnames first, couples, estates, direct payments, carers, doctors, names of many languages.
///
/// No surname is that of a payee.
enum MadeUpPeople {
  static let names: [String] = text.split(separator: "\n").flatMap { line in
    line.split(separator: "|").map { $0.trimmingPrefix(" ") }.map { name in
      String(name.last == " " ? name.dropLast() : name[...])
    }
  }

  private static let text = """
    Mr John Quillfern | MR J QUILLFERN | MRS EDNA MARROWBY | Mrs. E. Marrowby
    MISS T THISTLEWICK | Ms Priya Venkarasan | Mx R Dunnowby | Mr. D. R. Pellinghurst
    MR DAVID R PELLINGHURST | MRS.A.BRACKENFOLD | MR.HAROLD TWISSELTON | QUILLFERN JOHN MR
    QUILLFERN JOHN (MR) | QUILLFERN J MR | MARROWBY E MRS | Marrowby, Edna (Mrs)
    THISTLEWICK MISS T | Dunnowby Mr R | PELLINGHURST MR D R | Mr & Mrs Quillfern
    MR & MRS J QUILLFERN | Mr and Mrs Marrowby | MR AND MRS D & E PELLINGHURST
    MR/MRS TWISSELTON | Mrs & Mr Brackenfold | MR J & MRS E QUILLFERN | MR & MISS THISTLEWICK
    John & Edna Quillfern | EDNA AND HAROLD TWISSELTON | Harold + Susan Brackenfold
    Sir Harold Twisselton | Lady Brackenfold | Lord Pellinghurst | Dame Edna Marrowby
    Rev John Quillfern | REVD S DUNNOWBY | Father Thomas Thistlewick | Cllr P Marrowby
    COUNCILLOR EDNA QUILLFERN | Capt R Twisselton | Prof S Venkarasan
    Professor Edna Marrowby | Dr Quillfern | DR A QUILLFERN | DR QUILLFERN A B
    DOCTOR EDNA MARROWBY | Dr. K. Venkarasan | DR S P THISTLEWICK | DRS QUILLFERN & MARROWBY
    Drs A & B Dunnowby | Dr A Quillfern and Dr B Marrowby | DR VENKARASAN K - LOCUM
    Dr E Marrowby MBBS | MR S VENKARASAN FRCS | Edna Quillfern BSc | H Twisselton MBE
    J Quillfern | J. B. Quillfern | J.B. QUILLFERN | J B MARROWBY | E  MARROWBY | R.A.DUNNOWBY
    A B C Pellinghurst | T J Thistlewick-Marrow | QUILLFERN J | QUILLFERN J B | QUILLFERN J.B.
    MARROWBY, E | MARROWBY, E.J. | Dunnowby R A | PELLINGHURST D.R. | TWISSELTON H J K
    Quillfern, John | QUILLFERN, JOHN | QUILLFERN,JOHN | Marrowby, Edna May
    Thistlewick , Tina | VENKARASAN, PRIYA | Brackenfold, Susan J | DUNNOWBY, R. A.
    John Quillfern | EDNA MARROWBY | Edna May Marrowby | Tina J Thistlewick
    TINA J. THISTLEWICK | David Robert Pellinghurst | Susan Brackenfold-Twisselton
    SUSAN BRACKENFOLD TWISSELTON | Jane O'Quillfern | PATRICK O'MARROWBY | Sean McThistle
    FIONA MACDUNNOW | Anna de la Marrow | Pieter van der Quillen | Johanna van Marrowdam
    Ludwig von Pelling | QUILLFERN JOHN | MARROWBY EDNA MAY | THISTLEWICK TINA J
    PELLINGHURST DAVID R | BRACKENFOLD-TWISSELTON SUSAN | Twisselton Harold
    Mohammed Quillfari | MOHAMMED K QUILLFARI | QUILLFARI MOHAMMED | Fatima Begum Marrowni
    Fatima Bibi | Gurpreet Kaur | GURPREET KAUR DHILLBECK | Harjinder Singh Quillon | SINGH H
    KAUR G | Khan M | M Khan | PATEL S | MR PATEL | Ahmed Al-Marrowi | Abdul Rahman Quillzai
    YUSUF IBRAHIM QUILLE | Oluwaseun Adebankola | OLUWASEUN ADEBANKOLA | Chukwuemeka Okonquill
    Ngozi Marrowku | Kwame Quillsah | ABENA MARROWTENG | Agnieszka Quillska
    AGNIESZKA MARIA QUILLSKA | Quillska Agnieszka | Krzysztof Marrowicz | MARROWICZ KRZYSZTOF
    Ioana Quillescu | Dumitru Marrowan | Olena Quillenko | Dmytro Thistlechuk
    Nguyen Thi Marrow | Wei Quillang | XIU YING MARROWCHEN | Li Na Quill | Hiroshi Quillmoto
    Siobhan O Quillfern | Niamh Ní Marrow | ANGHARAD QUILLWYN | Dafydd ap Marrow
    Zainab Quillani | Aisha Marrowaq | Hassan Ali Quillow | MUHAMMAD ALI THISTLOW
    Saima Pellingdin | Rukhsana Kousar | TARIQ MEHMOOD | Nasreen Akhtar | Sanjay Quillkumar
    DEEPAK MARROWARAN | Lakshmi Thistlerajan | Maria Fernanda Quillos | JOSE MARROWEZ
    Giovanni Quillotti | Francois Marrowlet | BJÖRN QUILLSSON | Zoë Thistlewick
    René Marrowby | JOSÉ QUILLEZ | The Estate of Edna Marrowby | ESTATE OF E MARROWBY
    Estate of the late John Quillfern | EXECUTORS OF H TWISSELTON
    Executors of the Estate of Harold Twisselton | The Personal Representatives of E Marrowby
    PERS REPS OF J QUILLFERN | EXORS OF S BRACKENFOLD DECD | Edna Marrowby (Deceased)
    EDNA MARROWBY DECEASED | LATE HAROLD TWISSELTON | John Quillfern c/o Marrow Solicitors
    J QUILLFERN C/O 12 THISTLE LANE | Mrs Marrowby c/o Northbeck House
    EDNA MARROWBY CARE OF NORTHBECK LODGE | Parents of Tina Thistlewick
    PARENT OF T THISTLEWICK | GUARDIAN OF DAVID PELLINGHURST | MOTHER OF TINA THISTLEWICK
    DEPUTY FOR EDNA MARROWBY | APPOINTEE FOR H TWISSELTON | Attorney for Edna Marrowby
    E MARROWBY BY HER ATTORNEY | A N OTHER (DP) | Edna Marrowby (DP) | EDNA MARROWBY DP
    E MARROWBY DP | DP EDNA MARROWBY | DP - E MARROWBY | DP A/C EDNA MARROWBY
    EDNA MARROWBY DP ACCOUNT | EDNA MARROWBY DIRECT PAYMENT | EDNA MARROWBY DIRECT PAYMENTS
    E MARROWBY DIRECT PAYMENT A/C | DIRECT PAYMENT EDNA MARROWBY | DIRECT PAYMENT - E MARROWBY
    DIRECT PAYMENTS ACCOUNT E MARROWBY | MARROWBY DIRECT PAYMENT
    Direct Payment Recipient 00412 | EDNA MARROWBY SDS | E MARROWBY (SDS) | SDS EDNA MARROWBY
    EDNA MARROWBY PHB | EDNA MARROWBY (PHB) | MARROWBY E - PERSONAL BUDGET
    PERSONAL BUDGET EDNA MARROWBY | PERSONAL HEALTH BUDGET H TWISSELTON | H TWISSELTON PB
    ILF EDNA MARROWBY | E MARROWBY IND LIVING FUND | EDNA MARROWBY CARER | E MARROWBY (CARER)
    MARROWBY EDNA (CARER) | MARROWBY EDNA FOSTER CARER | FOSTER CARER MARROWBY
    FOSTER CARERS E & H TWISSELTON | MARROWBY E (FOSTER CARER) | MARROWBY (FOSTER CARE
    MARROWBY (F/C) | E MARROWBY F/C | SHARED LIVES CARER E MARROWBY | E MARROWBY SHARED LIVES
    KINSHIP CARER - D PELLINGHURST | D PELLINGHURST (SGO) | D PELLINGHURST SGO
    SGO D PELLINGHURST | DAVID PELLINGHURST SPECIAL GUARDIAN
    ADOPTION ALLOWANCE D PELLINGHURST | D PELLINGHURST ADOPTER | D PELLINGHURST CAO
    RESIDENCE ORDER D PELLINGHURST | J QUILLFERN (PA) | J QUILLFERN PERSONAL ASSISTANT
    J QUILLFERN (EMPLOYEE) | J QUILLFERN EXPENSES | STAFF - J QUILLFERN | J QUILLFERN (TENANT)
    J QUILLFERN REFUND | REFUND J QUILLFERN | COUNCIL TAX REFUND J QUILLFERN
    J QUILLFERN (LANDLORD) | MRS S BRACKENFOLD LANDLORD | CHILDMINDER S BRACKENFOLD
    S BRACKENFOLD CHILDMINDER | S BRACKENFOLD (CHILDMINDER) | JOHN QUILLFERN 123456
    123456 JOHN QUILLFERN | JOHN QUILLFERN123456 | J QUILLFERN 0012345 | QUILLFERN J 0012345
    SP12345 QUILLFERN JOHN | QUILLFERN JOHN P123456 | 00012345MR J QUILLFERN
    MR J QUILLFERN00012345 | MARROWBY EDNA S0012/45 | EDNA MARROWBY/123456
    EDNA MARROWBY - 123456 | EDNA MARROWBY ****1234 | EDNA MARROWBY (NORTHBECK)
    EDNA MARROWBY (12 THISTLE LANE) | EDNA MARROWBY, NORTHBECK | JOHN  QUILLFERN
    JOHN QUILLFERN | JOHN-PAUL QUILLFERN | JOHN PAUL QUILLFERN-MARROW | Mary-Jane Thistlewick
    ANN-MARIE DUNNOWBY | D'Arcy Quillfern | Jon Quillfern | Kaylee Marrowby
    JAYDEN THISTLEWICK | Kayleigh-Ann Dunnowby | Cheryl Quillfern | Dwayne Marrowby
    SHANICE PELLINGHURST | Tyrone Twisselton | Chantelle Brackenfold | Bronwen Quillfern
    Moira Marrowby | HAMISH QUILLFERN | Eilidh Marrowby | Saoirse Quillfern
    Cormac Thistlewick | Thandolwethu Quillanga | Tendai Marrowira | BLESSING QUILLOMO
    Precious Marrowde | GODFREY QUILLOCHI | Emmanuel Thistlemensah | Svetlana Quillova
    Bogdan Marrowescu | KATARZYNA QUILLSKI | Jadwiga Marrowska | ZBIGNIEW THISTLESKI
    Ferenc Quillos | Arturas Marrowauskas | RASA QUILLAITE | Valentina Marrowi
    Elif Quilloglu | MEHMET MARROWOGLU | Yildiz Quillkaya | Shabnam Marrowzadeh
    REZA QUILLPOUR | Tesfaye Marrowgiorgis | Abdi Quillsame | HALIMA QUILLSHIRE
    Farhana Begum | SHEIKH MARROWDDIN | Jasvinder Quillwal | Parminder Kaur Marrow
    Bhavna Quillrani | Quillfern Mr J & Mrs E | QUILLFERN J & E MR & MRS
    QUILLFERN JOHN AND EDNA | John Quillfern & Edna Marrowby
    Miss Edna Marrowby and Mr J Quillfern | Master D Pellinghurst | BABY MARROWBY | Edna M
    MRS M | J Q | Jmr Quillfern | JB Quillfern | Named individual | Client payment 00123
    Foster carer payments | Direct payment recipient 0041
    """
}
