-- Writes one audit fact. Long values are kept by hash; secrets, the moment of sign-in and the search index, not at all.
CREATE FUNCTION auditoria_resumir(fila jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  fila := fila - ARRAY['password', 'last_login', 'buscable'];
  IF length(fila::text) <= 2000 THEN RETURN fila; END IF;
  RETURN (
    SELECT jsonb_object_agg(clave, CASE
      WHEN length(valor::text) > 2000 THEN to_jsonb('sha256:' || encode(sha256(convert_to(valor::text, 'UTF8')), 'hex'))
      ELSE valor END)
    FROM jsonb_each(fila) AS campo(clave, valor));
END $$;

CREATE FUNCTION auditoria_anotar(tabla text, operacion text, antes jsonb, despues jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  quien jsonb := NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb;
  fila text := COALESCE(despues, antes) ->> 'id';
BEGIN
  antes := auditoria_resumir(antes);
  despues := auditoria_resumir(despues);
  IF operacion = 'UPDATE' THEN
    SELECT jsonb_object_agg(a.key, a.value), jsonb_object_agg(a.key, despues -> a.key) INTO antes, despues
    FROM jsonb_each(antes) AS a WHERE a.value IS DISTINCT FROM despues -> a.key;
    IF antes IS NULL THEN RETURN; END IF;
  END IF;
  INSERT INTO auditoria_hecho (momento, tabla, fila, operacion, antes, despues, contexto)
  VALUES (clock_timestamp(), tabla, COALESCE(fila, ''), operacion, antes, despues, quien);
END $$;

CREATE FUNCTION auditoria_huella(anterior text, h auditoria_hecho) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', anterior, h.id,
    to_char(h.momento AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), h.tabla, h.fila, h.operacion,
    COALESCE(h.antes::text, '-'), COALESCE(h.despues::text, '-'), COALESCE(h.contexto::text, '-')), 'UTF8')), 'hex')
$$;

-- Chains the facts not yet sealed. One at a time, so that writers never wait for the chain.
CREATE FUNCTION auditoria_sellar() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  h auditoria_hecho;
  n bigint;
  cadena text;
  sellados bigint := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('auditoria_sellar'));
  SELECT numero, huella INTO n, cadena FROM auditoria_eslabon ORDER BY numero DESC LIMIT 1;
  n := COALESCE(n, 0);
  cadena := COALESCE(cadena, '');
  FOR h IN SELECT * FROM auditoria_hecho a
    WHERE NOT EXISTS (SELECT 1 FROM auditoria_eslabon e WHERE e.hecho_id = a.id) ORDER BY a.id
  LOOP
    n := n + 1;
    cadena := auditoria_huella(cadena, h);
    INSERT INTO auditoria_eslabon (numero, hecho_id, huella) VALUES (n, h.id, cadena);
    sellados := sellados + 1;
  END LOOP;
  RETURN sellados;
END $$;

-- Number of the first link that does not match what it seals, or NULL when the whole chain holds.
CREATE FUNCTION auditoria_primera_rota() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  eslabon record;
  cadena text := '';
  esperado bigint := 0;
BEGIN
  FOR eslabon IN SELECT e.numero, e.huella, h AS hecho FROM auditoria_eslabon e
    LEFT JOIN auditoria_hecho h ON h.id = e.hecho_id ORDER BY e.numero
  LOOP
    esperado := esperado + 1;
    IF eslabon.numero <> esperado OR (eslabon.hecho).id IS NULL THEN RETURN esperado; END IF;
    cadena := auditoria_huella(cadena, eslabon.hecho);
    IF cadena <> eslabon.huella THEN RETURN esperado; END IF;
  END LOOP;
  RETURN NULL;
END $$;
