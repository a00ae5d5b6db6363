"""The service levels of the archive, as the forms ask for them. Disposición: 7.1.3-ans-niveles."""

AUTOGESTION, CON_POSTURA, SIN_POSTURA = 1, 2, 3  # numbers of `Nivel`
EN_PALABRAS = {
    CON_POSTURA: "Tenemos una postura técnica y queremos confrontarla",
    SIN_POSTURA: "Tenemos el problema y aún no una postura",
    AUTOGESTION: "Solo queremos consultar los conceptos, las guías y las líneas técnicas que ya existen",
}
FALTA_LA_POSTURA = "El nivel 2 exige la postura técnica de la entidad: adjúntela."
