select seq, content_digest from state_document_key where document_key = @document_key;
