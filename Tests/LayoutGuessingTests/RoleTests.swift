import LayoutGuessing
import MappingTables
import PoolModel
import Testing

@Test func `Known header words give each column its role, also misspelt and run together`() {
  let guess = MadeUpGuess.of(
    """
    Directotate,ServiceArea,Suplier Name,DatePaid,Trans No,NetAmount,Expenditure Catergory
    People,Homes,Larkenby Care Ltd,13/04/2009,100001,100.00,Agency staff
    People,Homes,Overdale Homes Ltd,14/04/2009,100002,-50.25,Rent
    """)
  #expect(guess?.amount == "NetAmount")
  #expect(guess?.header(.supplier) == "Suplier Name")
  #expect(guess?.header(.date) == "DatePaid")
  #expect(guess?.header(.transaction) == "Trans No")
  #expect(guess?.header(.service) == "ServiceArea")
  #expect(guess?.header(.expenseType) == "Expenditure Catergory")
}

@Test(arguments: [
  ("Gross,VAT,Net", "120.00,20.00,100.00", "Net"),
  ("Amount,Negative", "100.00,-1", "Amount"),
  ("Amount Paid,VAT Amount", "120.00,20.00", "Amount Paid"),
  ("Gross Amount,VAT", "120.00,20.00", "Gross Amount"),
  ("Invoice Line Value (net of VAT),Order", "100.00,3061", "Invoice Line Value (net of VAT)"),
  ("£,Quantity", "100.00,3", "£"),
  ("Actual hours,Charge", "12,100.00", "Charge"), ("Value Code,Spend", "4100,100.00", "Spend"),
  ("Ledger Amount,Net Days", "100.00,30", "Ledger Amount"),
])
func `The amount is net before unsaid before gross, and never tax or a helper`(
  headers: String, cells: String, amount: String
) {
  let guess = MadeUpGuess.of(
    """
    Supplier,Payment Date,\(headers)
    Larkenby Care Ltd,13/04/2009,\(cells)
    Overdale Homes Ltd,14/04/2009,\(cells)
    """)
  #expect(guess?.amount == amount)
  #expect(guess?.findings.map(\.code) == [])
}

@Test(arguments: [
  ("Supplier Class,Trading As", "Trade,Larkenby Care Ltd", "Trade,Overdale Homes Ltd"),
  ("Vendor Class,Trading As", "SME,Larkenby Care Ltd", "SME,Overdale Homes Ltd"),
])
func `A column that says what kind of payee it is holds no payees`(
  headers: String, first: String, second: String
) {
  let guess = MadeUpGuess.of(
    "Date,\(headers),Amount\n13/04/2009,\(first),10.00\n14/04/2009,\(second),20.50\n")
  #expect(guess?.header(.supplier) == "Trading As")
}

@Test func `Of two amounts that differ none is taken, and the columns are asked for`() {
  let guess = MadeUpGuess.of(
    """
    Supplier,Payment Date,Amount,Payment Amount
    Larkenby Care Ltd,13/04/2009,100.00,150.00
    """)
  #expect(guess?.source == nil)
  #expect(guess?.findings.map(\.code) == [.columnAmbiguous])
}

@Test func `A column called supplier id that holds names is the payee`() {
  let guess = MadeUpGuess.of(
    """
    TransNo,Supplier id(T),Amount,Updated
    100001,Larkenby Care Ltd,100.00,2009-04-13
    100002,Overdale Homes Ltd,50.00,2009-04-14
    """)
  #expect(guess?.header(.supplier) == "Supplier id(T)")
  #expect(guess?.header(.supplierID) == nil)
}

@Test func `The column of words beside one of codes is the payee, though its cells are redacted`() {
  let guess = MadeUpGuess.of(
    """
    Updated,Amount,Ap/Ar ID,Ap/Ar ID(T)
    12/04/2023,18413.92,100000,Redacted
    13/04/2023,3400.00,100137,Redacted
    """)
  #expect(guess?.header(.supplierID) == "Ap/Ar ID")
  #expect(guess?.header(.supplier) == "Ap/Ar ID(T)")
}

@Test func `Without a header the cells alone give the roles`() {
  let rows = (1...30).map { "\($0 % 28 + 1)/04/2009,Payee \($0) Ltd,T\(1000 + $0),\($0).50" }
  let guess = MadeUpGuess.of(rows.joined(separator: "\n"))
  #expect(guess?.layout.headerRows == 0)
  #expect(guess?.header(.date) == "Column 1")
  #expect(guess?.header(.supplier) == "Column 2")
  #expect(guess?.amount == "Column 4")
}

@Test func `A header of two rows is joined where that names more columns`() {
  let guess = MadeUpGuess.of(
    """
    Payments over 500 pounds
    Supplier,Payment,Net
    Name,Date,Amount
    Larkenby Care Ltd,13/04/2009,100.00
    """)
  #expect(guess?.layout.headerRows == 2)
  #expect(guess?.header(.supplier) == "Supplier Name")
  #expect(guess?.header(.date) == "Payment Date")
  #expect(guess?.amount == "Net Amount")
}

@Test func `A header that counts in thousands gives the unit`() {
  let guess = MadeUpGuess.of("Supplier,Amount £000\nLarkenby Care Ltd,12.5\n")
  #expect(guess?.layout.amounts.first?.unit == .thousands)
}

@Test func `An export with semicolons is guessed as one with commas is`() {
  let guess = MadeUpGuess.of(
    """
    Department family(T);Pay date;Expense type(T);Supplier(T);TransNo;Amount;
    Eastmere;13/04/2010;Works, and repairs;Larkenby Care Ltd;20004879;59112.89;
    """)
  #expect(guess?.amount == "Amount")
  #expect(guess?.header(.supplier) == "Supplier(T)")
  #expect(guess?.header(.date) == "Pay date")
}
